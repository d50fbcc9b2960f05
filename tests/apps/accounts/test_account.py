"""My account: where I am signed in, and signing out everywhere."""

from people import Cast, signed_in


def test_it_lists_my_sessions_and_nobody_elses(cast: Cast) -> None:
    here, _there, _stranger = signed_in("lan.nt"), signed_in("lan.nt"), signed_in("tung.ds")
    html = here.get("/tai-khoan/").content.decode()
    assert html.count("Chrome trên Windows") == 2
    assert html.count("nơi này") == 1


def test_signing_out_everywhere_keeps_this_place(cast: Cast) -> None:
    here, there, other = signed_in("lan.nt"), signed_in("lan.nt"), signed_in("tung.ds")
    here.post("/tai-khoan/dang-xuat-moi-noi/")
    assert [client.get("/tai-khoan/").status_code for client in (here, there, other)] == [200, 302, 200]


def test_the_page_keeps_its_query_budget(cast: Cast, django_assert_max_num_queries: object) -> None:
    """One of them counts the notices in the top bar."""
    client = signed_in("lan.nt")
    with django_assert_max_num_queries(5):  # type: ignore[operator]
        client.get("/tai-khoan/")
