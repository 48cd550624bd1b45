/// The journeys. Add yours at the end of the part that it belongs to; each is made in every ``JourneyWeather``.
extension Journey {
    static let all = reading + lists + finding + marking + judging + everywhere

    // MARK: Reading

    static let reading = [
        Journey("reads an article and goes back", ["": "Lagoon\nAmber", "Enter": "Passage 1 of lagoon", "q": "Knoll\n!Passage 1 of lagoon:"]),
        Journey("reads one article after the other", [
            "Enter": "Passage 1 of lagoon", "J": "Passage 1 of knoll", "J J": "Passage 1 of inlet\n!jetty:", "K": "Passage 1 of jetty",
        ]),
        Journey("goes to the end and to the beginning", [
            "Enter": "Passage 1 of lagoon", "G": "Passage 40 of lagoon", "g g": "Passage 1 of lagoon", "End": "Passage 40 of lagoon",
            "Home": "Passage 1 of lagoon",
        ]),
        Journey("pages through an article", [
            "Enter": "Passage 1 of lagoon", "Space Space Space Space Space Space Space Space": "Passage 40 of lagoon",
            "PgUp PgUp PgUp PgUp PgUp PgUp PgUp PgUp": "Passage 1 of lagoon",
        ]),
        Journey("scrolls by lines", [
            "Enter": "Passage 1 of lagoon", "C-e C-e C-e C-e C-e C-e C-e C-e C-e C-e C-e C-e": "!Passage 1 of lagoon",
            "C-y C-y C-y C-y C-y C-y C-y C-y C-y C-y C-y C-y": "Passage 1 of lagoon",
        ]),
        Journey("reads every kind of block", [
            "j Enter": "The first part\nPassage 1 of knoll\none of the list", "G": "https://example.org/knoll", "g g": "Passage 1 of knoll",
        ]),
        Journey("reads many scripts", ["j j j Enter": "各国代表在河内签署了该公约", "j j j": "Passage 2 of inlet"]),
        Journey("makes lines shorter and longer", [
            "Enter": "Passage 1 of lagoon", "< < < <": "Passage 1 of lagoon", "> >": "Passage 1 of lagoon",
        ]),
        Journey("reads without other panes", ["Enter": "Passage 1 of lagoon", "z": "Passage 1 of lagoon\n!Amber", "z": "Passage 1 of lagoon"]),
        Journey("comes back to the place", [
            "Enter": "Passage 1 of lagoon", "G": "Passage 40 of lagoon", "q": "Knoll", "reopen": "Lagoon", "Enter": "Passage 40 of lagoon",
        ]),
    ]

    // MARK: Lists

    static let lists = [
        Journey("moves to the ends of the list", ["j j": "/▌[^\\n]*(Jetty|Inlet)", "g g": "/▌[^\\n]*Lagoon", "k": "/▌[^\\n]*Lagoon"]),
        Journey("comes back to the row", ["j j j j": "/▌[^\\n]*Harbour", "reopen": "/▌[^\\n]*Harbour"]),
        Journey("marks as read and unread", [
            "": "/●[^\\n]*Lagoon", "r": "!/●[^\\n]*Lagoon", "r": "/●[^\\n]*Lagoon", "r": "!/●[^\\n]*Lagoon", "u": "/●[^\\n]*Lagoon",
        ]),
        Journey("lists what is unread", ["r": "!/●[^\\n]*Lagoon", "g u": "!Lagoon\nKnoll", "Esc": "Lagoon"]),
        Journey("filters the list", ["f": "", "'marmalade": "", "Enter": "Jetty\n!Lagoon", "Esc": "Lagoon\nAmber"]),
        Journey("filters by what cannot be read", ["f": "", "'topic:(": "", "Enter": "Lagoon", "Esc": "Lagoon\nAmber"]),
        Journey("orders by title", ["s": "title", "'title": "", "Enter": "/Amber(.|\\n)*Birch(.|\\n)*Cedar"]),
        Journey("puts into the trash and takes back", ["d": "!/●[^\\n]*Lagoon", "u": "/●[^\\n]*Lagoon", "U": "!/●[^\\n]*Lagoon"], finds: ["list is:trashed": "Lagoon"]),
        Journey("clicks on a row and reads it", ["@Harbour": "/▌[^\\n]*Harbour", "Enter": "Passage 1 of harbour"]),
        Journey("turns the wheel", ["Enter": "Passage 1 of lagoon", "wheel-down wheel-down wheel-up wheel-up": "Passage 1 of lagoon"]),
    ]

    // MARK: Finding

    static let finding = [
        Journey("searches and arrives at the hit", [
            "/": "", "'marmalade": "1 hit", "Enter": "Here stands marmalade\nhit 1/1", "q": "1 hit", "q": "Lagoon\nKnoll",
        ]),
        Journey("pastes into the search", ["/": "", "\"marmalade": "1 hit\nJetty", "Enter": "hit 1/1"]),
        Journey("searches by what was meant", ["/": "", "'marmelade": "marmalade", "C-t": "1 hit\nJetty"]),
        Journey("corrects a search", ["/": "", "'marmaladeX": "", "BS": "1 hit\nJetty", "C-u": "", "'gantry": "1 hit\nFjord"]),
        Journey("searches for a topic", ["/": "", "'topic:extradition_bellows": "1 hit\nKnoll", "Enter": "Passage"]),
        Journey("completes a query", ["/": "", "'topic:extr": "", "Tab": "topic:extradition"]),
        Journey("leaves a search", ["/": "", "'gantry": "1 hit", "Esc": "!Enter take", "1": "Lagoon\nKnoll"]),
        Journey("finds in the article", [
            "Enter": "Passage 1 of lagoon", "/": "", "'passage_20_of": "hit 1/1", "Enter": "Passage 20 of lagoon\nhit 1/1", "Esc": "!hit 1/1",
        ]),
        Journey("steps through hits", [
            "Enter": "Passage 1 of lagoon", "/": "", "'passage_3": "hit 1/11", "Enter n n": "hit 3/11", "N": "hit 2/11",
        ]),
        Journey("finds nothing in the article", ["Enter": "Passage 1 of lagoon", "/": "", "'zebra": "no hits", "Esc": "Passage 1 of lagoon\n!no hits"]),
        Journey("lists more like it", ["Enter": "Passage 1 of lagoon", "&": "Alike", "q": "Passage 1 of lagoon"]),
    ]

    // MARK: Marking

    static let marking = [
        Journey("bookmarks a passage", ["Enter": "Passage 1 of lagoon", "b": "◆", "q 4": "1 passage, newest first\nPassage 1 of lagoon"], finds: ["bookmarks": "Passage 1 of lagoon"]),
        Journey("takes a bookmark back and makes it again", [
            "Enter": "Passage 1 of lagoon", "b": "◆", "u": "!◆", "U": "◆", "b": "!◆", "u": "◆",
        ], finds: ["bookmarks": "Passage 1 of lagoon"]),
        Journey("tags a passage", [
            "Enter": "Passage 1 of lagoon", "t": "", "'to_cite": "to cite", "Enter": "", "q 4": "1 passage, newest first\nto cite",
        ], finds: ["list tag:\"to-cite\" OR tag:\"to cite\"": ""]),
        Journey("tags an article", ["t": "", "'urgent": "urgent", "Enter": "urgent"], finds: ["list tag:urgent": "Lagoon"]),
        Journey("goes from the notes to the passage", [
            "Enter": "Passage 1 of lagoon", "G": "Passage 40 of lagoon", "b": "◆", "q 4": "1 passage, newest first\nPassage 40 of lagoon", "Enter": "Passage 39 of lagoon", "q": "1 passage, newest first\nPassage 40 of lagoon",
        ]),
        Journey("removes a note and takes that back", [
            "Enter": "Passage 1 of lagoon", "b": "◆", "q 4": "1 passage, newest first\nPassage 1 of lagoon", "d": "!1 passage,\n!Passage 1 of lagoon", "u": "1 passage, newest first\nPassage 1 of lagoon",
        ], finds: ["bookmarks": "Passage 1 of lagoon"]),
        Journey("copies a passage", ["Enter": "Passage 1 of lagoon", "y": "Passage 1 of lagoon"]),
    ]

    // MARK: Judging

    static let judging = [
        Journey("accepts a topic", ["Enter": "Passage 1 of lagoon", "]": "┊", "+": "┃"]),
        Journey("rejects a topic and takes that back", ["Enter": "Passage 1 of lagoon", "] -": "Passage", "u": "┊"]),
        Journey("steps through the passages with topics", ["Enter": "Passage 1 of lagoon", "] ] ] ] [ [": "┊"]),
        Journey("adds a topic by hand", ["Enter": "Passage 1 of lagoon", "T": "", "'ransomware": "Ransomware and", "Enter": "┃"]),
        Journey("hides what is only possible", ["Enter": "Passage 1 of lagoon", "p": "Passage 1 of lagoon", "p": "Passage 1 of lagoon"]),
        Journey("accepts everywhere after a question", [
            "g +": "Accept which topic", "'extradition": "", "Enter": "Accept «Extradition» in", "n": "!Accept «Extradition»\nLagoon",
        ]),
    ]

    // MARK: Everywhere

    static let everywhere = [
        Journey("opens a topic", ["3": "Cyber", "Enter": "", "1": "", "Esc": "Lagoon"]),
        Journey("filters help", ["?": "help", "'trash": "Put the article into the trash", "Esc": "Lagoon"]),
        Journey("runs a command from help", ["?": "help", "'trash": "Put the article into the trash", "Enter": "!/●[^\\n]*Lagoon", "u": "/●[^\\n]*Lagoon"]),
        Journey("shows what may follow a key", ["g": "To the first row", "Esc": "!To the first row"]),
        Journey("lists what could not be read", ["": "1 problem", "!": "1 file could not be read", "q": "Lagoon"]),
        Journey("stops and goes on", ["j": "/▌[^\\n]*Knoll", "stop": "/▌[^\\n]*Knoll", "C-l": "/▌[^\\n]*Knoll"]),
        Journey("goes through every pane", ["Enter": "Passage 1 of lagoon", "Tab Tab Tab": "Dossier", "S-Tab S-Tab S-Tab": "Passage 1 of lagoon"]),
        Journey("goes through every view", ["2": "Dossier", "3": "Cyber", "4": "Dossier", "1": "Lagoon"]),
        Journey("switches the mouse off and on", ["M": "Lagoon", "M": "Lagoon", "@Harbour": "/▌[^\\n]*Harbour"]),
    ]
}
