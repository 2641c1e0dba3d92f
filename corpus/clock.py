"""Patterns for hours of the day and for days, as Korean counts them."""

# 3시간, 속도 3시속, 3시도를 했다: but 3시도 돼요?
HOUR = r"시(?!간|속|즌|설|대|장|험|리즈|스템|도(?:[가는를끝만하했]|\s?(?:끝|하|했)))"
"""A pattern for the hour behind its number: 3시, 세 시."""
DAYS_COUNTED = r"하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름"
"""A pattern for the words for a number of days."""
