import Glibc

/// The encoding that ncurses writes in.
enum ScreenLocale {
    /// Sets the character classes of the process to those of its environment, or, where that is not UTF-8, to those of
    /// C with UTF-8. Nothing else of the locale is set: numbers and sorting stay the same everywhere.
    ///
    /// A session without a locale (a container, `ssh`, `cron`) is common; a terminal that does not understand UTF-8 is
    /// not.
    static func set() {
        setlocale(LC_CTYPE, "")
        let encoding = nl_langinfo(Int32(CODESET)).map { String(cString: $0) }
        if encoding != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    }
}
