/// The names of the months, as dates of articles write them.
enum MonthName {
    /// The month that `word` names, in full or shortened to three letters or more, in any of the languages below.
    /// `word` is in lower case and without a full stop.
    static func month(_ word: String) -> Int? { table[word] }

    private static let table: [String: Int] = {
        var table: [String: Int] = [:]
        for line in names {
            for (index, name) in line.split(separator: " ").enumerated() { table[String(name)] = index + 1 }
        }
        for (index, name) in english.split(separator: " ").enumerated() { table[String(name.prefix(3))] = index + 1 }
        table["sept"] = 9
        return table
    }()

    private static let english = "january february march april may june july august september october november december"

    /// English, French, Spanish, German, Italian, Portuguese, Dutch; Russian in the genitive, as dates use it.
    private static let names = [
        english,
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ]
}
