import Terminal

/// Turns the rules of roles into styles for one scheme and one depth of colour.
struct Paint {
    let palette: Palette?
    let depth: ColourDepth

    func style(of role: Role) -> Style {
        guard let palette, depth.showsSchemes else { return overlay(role, on: .plain) }
        let rule = RoleRule.of(role, in: palette.variant)
        let ground = ground(of: rule, palette) ?? palette[.base00]
        let colour = palette[rule.foreground ?? .base05].legible(on: ground, ratio: role.leastContrast)
        return Style(foreground: colour, background: ground, attributes: rule.attributes)
    }

    func overlay(_ role: Role, on style: Style) -> Style {
        guard let palette, depth.showsSchemes else { return plainOverlay(RoleRule.of(role), on: style) }
        let rule = RoleRule.of(role, in: palette.variant)
        var style = style
        style.attributes.formUnion(rule.attributes)
        if let ground = self.ground(of: rule, palette) { style.background = ground }
        let ground = style.background ?? palette[.base00]
        let colour = rule.foreground.map { palette[$0] } ?? style.foreground ?? palette[.base05]
        style.foreground = colour.legible(on: ground, ratio: role.leastContrast)
        return style
    }

    private func ground(of rule: RoleRule, _ palette: Palette) -> Colour? {
        guard let slot = rule.background else { return nil }
        switch rule.shade {
        case .full: return palette[slot]
        case .tint(let share): return palette[.base00].mixed(with: palette[slot], share: share)
        case .highlighter: return palette[slot].highlighter
        }
    }

    /// On the terminal's own ground: the attributes that stand in for grounds and shades, and the accents.
    private func plainOverlay(_ rule: RoleRule, on style: Style) -> Style {
        var style = style
        style.attributes.formUnion(rule.plain)
        // Dimming what is reversed makes it hard to read, and says nothing more.
        if style.attributes.contains(.reverse) { style.attributes.remove(.dim) }
        guard depth != .none else { return style }
        // What has a ground is reversed, so that the accent of the ground becomes one.
        let isGround = rule.shade == .full && rule.plain.contains(.reverse)
        let accent = isGround ? rule.background.flatMap(accent(of:)) : rule.foreground.flatMap(accent(of:))
        if let accent { style.foreground = accent }
        return style
    }

    /// The colour of an accent on a ground that is not known. Shades of page and text have none.
    private func accent(of slot: PaletteSlot) -> Colour? {
        let (middle, named): (UInt32, UInt32)
        switch slot.inBase16 {
        // The middle tones stand out from black and from white equally, at 4.5 to 1. The others are the colours of xterm
        // for the names that every terminal with few colours has, but for its dark blue, which no one can read on black.
        case .base08: (middle, named) = (0xD24141, 0xCD0000)
        case .base09: (middle, named) = (0xB35F20, depth == .eight ? 0xCDCD00 : 0xCD0000)
        case .base0A: (middle, named) = (0x8F7214, 0xCDCD00)
        case .base0B: (middle, named) = (0x278737, 0x00CD00)
        case .base0C: (middle, named) = (0x1D8289, 0x00CDCD)
        case .base0D: (middle, named) = (0x2674D9, depth == .eight ? 0x00CDCD : 0x5C5CFF)
        case .base0E: (middle, named) = (0xA052CD, 0xCD00CD)
        case .base0F: (middle, named) = (0xC24985, 0xCD00CD)
        case .base00, .base01, .base02, .base03, .base04, .base05, .base06, .base07,
            .base10, .base11, .base12, .base13, .base14, .base15, .base16, .base17:
            return nil
        }
        return Colour(depth.showsSchemes ? middle : named)
    }
}

extension ColourDepth {
    /// Whether a scheme's colours can be shown, or near enough.
    var showsSchemes: Bool {
        switch self {
        case .none, .eight, .sixteen: false
        case .twoHundredFiftySix, .direct: true
        }
    }
}
