"""Forms of the engine: shape alone; what the state allows is decided by the actions."""

from dondoc.duties.forms.assigning import POSITION, AssignForm, AssignmentRuleForm, SplitForm
from dondoc.duties.forms.difficulties import AnswerForm, AskForm, ForwardForm
from dondoc.duties.forms.evaluation import LockForm, ObjectionForm, RulingForm, WeightsForm
from dondoc.duties.forms.fields import DAY, SMALL, FilesField, NumberField
from dondoc.duties.forms.occasions import OccasionForm
from dondoc.duties.forms.settling import NothingForm, PlainForm, ReasonForm, SettleForm, SheetForm
from dondoc.duties.forms.urging import ChoiceForm, CopyForm, LettersForm, RuleForm, SentForm, WayUpForm

__all__ = [
    "DAY",
    "POSITION",
    "SMALL",
    "AnswerForm",
    "AskForm",
    "AssignForm",
    "AssignmentRuleForm",
    "ChoiceForm",
    "CopyForm",
    "FilesField",
    "ForwardForm",
    "LettersForm",
    "LockForm",
    "NothingForm",
    "NumberField",
    "ObjectionForm",
    "OccasionForm",
    "PlainForm",
    "ReasonForm",
    "RuleForm",
    "RulingForm",
    "SentForm",
    "SettleForm",
    "SheetForm",
    "SplitForm",
    "WayUpForm",
    "WeightsForm",
]
