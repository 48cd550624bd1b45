import Articles

extension Block {
    /// The block on one line, for tables of cases: `kind level marker|text`, with its spans behind it.
    var line: String {
        var head = kind.rawValue
        if let level { head += " \(level)" }
        if let marker { head += " \(marker)" }
        let text = self.text.replacing("\n", with: "⏎").replacing("\t", with: "⇥")
        return ([head + "|" + text] + spans.map(\.line)).joined(separator: " ")
    }
}

extension Span {
    var line: String { "{\(kind.rawValue) \(start)-\(end)" + (target.map { " \($0)" } ?? "") + "}" }
}
