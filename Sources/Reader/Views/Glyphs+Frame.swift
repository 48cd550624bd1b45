/// The signs of lists and frames, beside those of the page; one column each in both sets.
extension Glyphs {
    /// An article not yet read.
    var unread: String { pick("●", "o") }
    var branchOpen: String { pick("▾", "-") }
    var branchClosed: String { pick("▸", "+") }
    /// The pane that has the keys; also the selected row of a popup.
    var active: String { pick("▸", ">") }
    var chosen: String { pick("✓", "x") }
    var star: String { pick("★", "*") }
    var thumb: String { pick("▐", "#") }
    var failure: String { pick("✗", "!") }

    var lightBorder: BorderLines {
        switch self {
        case .unicode:
            BorderLines(topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", across: "─", down: "│")
        case .ascii: BorderLines(topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", across: "-", down: "|")
        }
    }

    var heavyBorder: BorderLines {
        switch self {
        case .unicode:
            BorderLines(topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛", across: "━", down: "┃")
        case .ascii: BorderLines(topLeft: "#", topRight: "#", bottomLeft: "#", bottomRight: "#", across: "=", down: "#")
        }
    }

    private func pick(_ unicode: String, _ ascii: String) -> String {
        switch self {
        case .unicode: unicode
        case .ascii: ascii
        }
    }
}

/// The signs of a border.
struct BorderLines {
    var topLeft: String
    var topRight: String
    var bottomLeft: String
    var bottomRight: String
    var across: String
    var down: String
}
