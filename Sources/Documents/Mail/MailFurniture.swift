import Articles
import Formats

/// Lines of a newsletter that are about the newsletter: how to see it elsewhere, how to leave it.
enum MailFurniture {
    private static let longest = 300

    private static let phrases = [
        "unsubscribe", "view this email in your browser", "view in browser", "view it in your browser",
        "view this email online", "view online", "read online", "having trouble viewing", "update your preferences",
        "update preferences", "manage your subscription", "manage preferences", "email preferences",
        "you are receiving this email because", "you're receiving this email because", "you received this email because",
        "add us to your address book", "forward to a friend", "was this email forwarded", "all rights reserved",
        "im browser ansehen", "newsletter abbestellen", "abmelden", "se désabonner", "voir dans votre navigateur",
        "darse de baja", "cancelar suscripción", "annulla iscrizione", "afmelden",
    ]

    /// The block, dimmed where it is such a line: short, and with one of the phrases in it.
    static func dimmed(_ block: Block) -> Block {
        switch block.kind {
        case .paragraph, .listItem, .heading, .caption: break
        case .quotation, .table, .code, .rule, .promotion: return block
        }
        guard block.text.utf8.count <= longest else { return block }
        let text = block.text.lowercased()
        guard phrases.contains(where: { text.contains($0) }) else { return block }
        return Block(.promotion, block.text, spans: block.spans)
    }
}
