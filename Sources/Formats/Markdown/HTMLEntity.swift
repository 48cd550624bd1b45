import Articles

/// Character references such as `&eacute;` and `&#8217;`.
package enum HTMLEntity {
    /// What `reference`, from `&` to `;`, stands for. Markdown has all of HTML's named references, so its parser is
    /// asked for those that are not in everyday use.
    package static func decode(_ reference: String) -> String? {
        if let text = common[reference] { return text }
        guard let document = MarkdownDocument(Array(reference.utf8)[...], extensions: []) else { return nil }
        let blocks = MarkdownBlocks.blocks(of: document, limits: FormatLimits())
        guard blocks.count == 1, blocks[0].text != reference else { return nil }
        return blocks[0].text
    }

    private static let common: [String: String] = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&apos;": "'", "&nbsp;": "\u{A0}", "&ndash;": "–",
        "&mdash;": "—", "&hellip;": "…",
        "&lsquo;": "‘", "&rsquo;": "’", "&ldquo;": "“", "&rdquo;": "”", "&#39;": "'", "&#160;": "\u{A0}", "&copy;": "©",
    ]
}
