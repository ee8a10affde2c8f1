"""The explorer's pure part: levels, groups, places on the sheet, flows without circles."""
