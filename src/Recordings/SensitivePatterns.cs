using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Recoup.Recordings;

/// <summary>
/// The patterns of secrets and personal data in texts, in the order in which they are tried: the first one that finds a value has it.
/// A stand-in matches the same pattern again, so that a recorded text and a new one can be compared.
/// </summary>
internal static partial class SensitivePatterns
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Nobody waits for the patterns. A text that takes longer is replaced as a whole.
    private const int Timeout = 5000;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static ImmutableArray<SensitivePattern> All { get; } =
    [
        new(SensitiveKind.PrivateKey, Pem(), TextTraits.Dash) { Shortest = 27 },
        new(SensitiveKind.Secret, AuthorizationHeader(), TextTraits.Word) { Shortest = 20, Accepts = IsSecret },
        new(SensitiveKind.Secret, Cookie(), TextTraits.Word) { Shortest = 12 },
        new(SensitiveKind.UrlSecret, UserInfo(), TextTraits.At | TextTraits.Colon | TextTraits.Slash),
        new(SensitiveKind.UrlSecret, UrlParameter(), TextTraits.Equal) { Accepts = IsSecretParameter },
        new(SensitiveKind.Secret, Element(), TextTraits.Less) { Accepts = IsSecretElement },
        new(SensitiveKind.Secret, Pair(), TextTraits.Quote) { Accepts = IsSecretPair },
        new(SensitiveKind.UrlSecret, Webhook(), TextTraits.Slash | TextTraits.Dot) { Shortest = 20 },
        new(SensitiveKind.Token, WebToken(), TextTraits.Dot | TextTraits.Key) { Shortest = 20 },
        new(SensitiveKind.Token, ProviderKey(), TextTraits.Key) { Shortest = 12 },
        new(SensitiveKind.Token, Bearer(), TextTraits.Word) { Shortest = 12 },
        new(SensitiveKind.Token, Basic(), TextTraits.Word) { Shortest = 12, Accepts = IsEncoded },
        new(SensitiveKind.Secret, CommandOption(), TextTraits.Dash) { Accepts = IsSecretOption },
        new(SensitiveKind.Secret, Assignment(), TextTraits.Word) { Shortest = 7, Accepts = IsSecret },
        new(SensitiveKind.PaymentCard, Card(), TextTraits.ManyDigits)
        {
            Shortest = 13,
            Accepts = static match => Checksums.IsCard(match.Value),
            StandIn = static (standIns, value) => standIns.Card(value),
        },
        new(SensitiveKind.BankAccount, Iban(), TextTraits.Upper | TextTraits.Digits)
        {
            Shortest = 15,
            Accepts = static match => Checksums.IsIban(match.Value),
            StandIn = static (standIns, value) => standIns.Iban(value),
        },
        new(SensitiveKind.NationalId, SocialSecurityNumber(), TextTraits.Digits | TextTraits.Dash),
        new(SensitiveKind.NationalId, LabeledId(), TextTraits.Word)
        {
            Shortest = 9,
            Accepts = static match => match.Groups["v"].Value.Count(char.IsAsciiDigit) >= 5,
        },
        new(SensitiveKind.BirthDate, LabeledBirthDate(), TextTraits.Word)
        {
            Shortest = 9,
            StandIn = static (standIns, value) => standIns.Text(value),
        },
        new(SensitiveKind.Phone, LabeledPhone(), TextTraits.Word)
        {
            Shortest = 9,
            Accepts = static match => ValueFormat.Of(match.Groups["v"].Value) is null,
            StandIn = static (standIns, value) => standIns.Phone(value),
        },
        new(SensitiveKind.Phone, Phone(), TextTraits.Digits | TextTraits.Gap)
        {
            Shortest = 8,
            Accepts = static match => match.Value.Count(char.IsAsciiDigit) is >= 8 and <= 15,
            StandIn = static (standIns, value) => standIns.Phone(value),
        },
    ];

    // In a URL or a form, more names are those of secrets than in a sentence or a list.
    private static bool IsSecretParameter(Match match)
    {
        var (name, value) = (match.Groups["n"].Value, match.Groups["v"].Value);
        return match.Groups["list"].Success ? SensitiveNames.IsSecret(name, value) : SensitiveNames.IsSecretParameter(name, value);
    }

    private static bool IsSecretPair(Match match) => SensitiveNames.IsSecret(match.Groups["n"].Value, match.Groups["v"].Value);

    private static bool IsSecretElement(Match match)
    {
        var name = match.Groups["n"].Value;
        return SensitiveNames.IsSecret(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..], match.Groups["v"].Value);
    }

    // "curl -u name:password" and "--api-key …".
    private static bool IsSecretOption(Match match)
    {
        var (name, value) = (match.Groups["n"].Value, match.Groups["v"].Value);
        return name is "u" or "U" or "user" or "proxy-user"
            ? value.Contains(':', StringComparison.Ordinal)
            : match.Value.StartsWith("--", StringComparison.Ordinal) && SensitiveNames.IsSecret(name, value);
    }

    // "Authorization: Bearer …" has a pattern of its own, and "the token is expired" is no secret.
    private static bool IsSecret(Match match)
    {
        var value = match.Groups["v"].ValueSpan;
        if (value.Equals("bearer", StringComparison.OrdinalIgnoreCase) || value.Equals("basic", StringComparison.OrdinalIgnoreCase))
            return false;
        return !match.Groups["word"].Success || value.TrimEnd('.').ContainsAnyExcept(Letters);
    }

    // "basic training" is no credential.
    private static bool IsEncoded(Match match) => match.Groups["v"].ValueSpan is var value
        && value.Length % 4 == 0
        && (value[^1] == '=' || value.IndexOfAnyInRange('0', '9') >= 0 || value[1..].IndexOfAnyInRange('A', 'Z') >= 0);

    [GeneratedRegex(
        @"-----BEGIN (?<t>[A-Z0-9 ]{1,40})-----(?<v>.*?)(?:-----END \k<t>-----|\z)", Options | RegexOptions.Singleline, Timeout)]
    private static partial Regex Pem();

    [GeneratedRegex(@"(?<=://)(?<v>[^\s/?#@""'<>]{1,256})@", Options, Timeout)]
    private static partial Regex UserInfo();

    // Also the parameters of a form and of a fragment, and the parts of a connection string.
    [GeneratedRegex(
        @"(?:(?<=[?&#;]|^)|(?<=[\s,])(?<list>))(?<n>[A-Za-z0-9_.\-\[\]]{1,64})=(?<v>[^&#;\s""'<>\\]{1,8192})", Options, Timeout)]
    private static partial Regex UrlParameter();

    // <password>…</password>, also with attributes, a prefix of a namespace, and CDATA.
    [GeneratedRegex(
        @"<(?<n>[A-Za-z_][\w:.\-]{0,63})(?:\s[^<>]{0,512})?>\s{0,64}(?:<!\[CDATA\[)?(?<v>[^<>\]]{1,8192})", Options, Timeout)]
    private static partial Regex Element();

    // A member of JSON, and of languages like it, in the middle of a text.
    [GeneratedRegex(
        @"[""'](?<n>[\w .\-]{1,64})\\?[""']\s{0,3}(?::|=>)\s{0,3}\\?[""'](?<v>[^""'\\\r\n]{1,8192})", Options, Timeout)]
    private static partial Regex Pair();

    [GeneratedRegex(
        @"(?:hooks\.slack\.com/(?:services|workflows|triggers)/|discord(?:app)?\.com/api/(?:v\d{1,2}/)?webhooks/"
        + @"|hooks\.zapier\.com/hooks/catch/|outlook\.office\.com/webhook/|api\.telegram\.org/(?:file/)?bot)(?<v>[\w/:@.\-]{8,512})",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Webhook();

    [GeneratedRegex(@"(?<![\w\-])eyJ(?<v>[\w\-]{5,}\.[\w\-]{2,}(?:\.[\w\-]*){0,3})", Options, Timeout)]
    private static partial Regex WebToken();

    // The prefix stays, because it tells which provider issued the key and nothing else.
    [GeneratedRegex(
        @"(?<![A-Za-z0-9])(?:sk-(?:ant-|proj-|or-|svcacct-|admin-)?|[spr]k_(?:live|test)_|whsec_|recoup_sk_|gh[opusr]_|github_pat_"
        + @"|gl(?:pat|ptt|dt|rt|cbt|soat)-|xox[abcdeprs]-|xapp-|xai-|gsk_|hf_|npm_|pypi-|do[por]_v1_|shp(?:at|ss|ca|pa)_"
        + @"|sq0(?:atp|csp|idp)-|lin_(?:api|oauth)_|figd_|ntn_|secret_|dckr_(?:pat|oat)_|sbp_|r8_|tvly-|pplx-|key-|SG\.|ya29\.|GOCSPX-"
        + @"|AIza|AKIA|ASIA|ATATT|ATCTT|EAA(?=[A-Za-z0-9]{20})|1//0|pat-(?:na|eu)\d-|PMAK-|rubygems_|glsa_|sntry[su]_|ops_eyJ"
        + @"|AGE-SECRET-KEY-1|pat(?=[A-Za-z0-9]{14}\.)|(?:AC|AS|SK)(?=[0-9a-f]{32}(?![0-9a-f])))"
        + @"(?<v>[A-Za-z0-9_\-.~+/=]{10,})",
        Options, Timeout)]
    private static partial Regex ProviderKey();

    [GeneratedRegex(@"(?<![\w\-])bearer(?:\s|%20|\+){1,4}(?<v>[A-Za-z0-9._~+/=\-]{6,})", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"(?<![\w\-])basic(?:\s|%20){1,4}(?<v>[A-Za-z0-9+/]{6,}={0,2})", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Basic();

    [GeneratedRegex(
        @"cookie[""'\\]{0,4}\s{0,3}[:=]\s{0,3}[""'\\]{0,4}(?<v>[^\r\n""'\\]{4,16384})", Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Cookie();

    // A scheme that has no pattern of its own, and one value or a list of parameters.
    [GeneratedRegex(
        @"authorization[""'\\]{0,4}\s{0,3}[:=]\s{0,3}[""'\\]{0,4}(?<word>[A-Za-z][\w\-]{1,32})[ \t]{1,4}"
        + @"(?<v>(?:[\w\-]{1,32}=(?:""[^""\r\n]{0,2048}""|[^\s,""'\\]{1,2048}),?[ \t]{0,2}){1,16}|[^\s,""'\\]{4,4096})",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex AuthorizationHeader();

    [GeneratedRegex(@"(?<![\w\-])--?(?<n>[A-Za-z][\w\-]{0,40})[ =]{1,3}[""']?(?<v>[^\s""']{2,512})", Options, Timeout)]
    private static partial Regex CommandOption();

    [GeneratedRegex(
        @"(?:pass(?:word|wd|phrase|code)|\bpass|pwd|secret|token|(?:api|access|account|private|secret|signing|shared)[_\- ]?key"
        + @"|authorization|session[_\- ]?id|one[_\- ]time[_\- ]code|(?:verification|security|recovery|backup|mfa|2fa|login)[_\- ]code"
        + @"|\botp|\bpin|\bcvv|\bcvc)[""'\\]{0,4}"
        + @"(?:\s{0,3}[:=]>?\s{0,3}|(?<word>\sis:?\s)|\s{0,3},\s{0,3}[""'\\]{1,4}value[""'\\]{1,4}\s{0,3}:\s{0,3})"
        + @"[""'\\]{0,4}(?<v>[^\s""'\\,;&<>]{3,4096})",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex Assignment();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:ssn|social[ _\-]security(?:[ _\-](?:number|no))?|passport(?:[ _\-](?:number|no))?|tax[ _\-]id)"
        + @"[""'\\.]{0,4}\s{0,3}(?:[:=#]|is\s)?\s{0,3}[""'\\]{0,4}(?<v>[A-Z0-9][A-Z0-9\-]{3,20}[0-9])",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex LabeledId();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:dob|date[ _\-]of[ _\-]birth|birth[ _\-]?(?:date|day)|born(?: on)?)[""'\\]{0,4}\s{0,3}(?:[:=]|is\s)?\s{0,3}"
        + @"[""'\\]{0,4}(?<v>[0-9]{1,4}[\-./][0-9]{1,2}[\-./][0-9]{1,4})(?![0-9])",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex LabeledBirthDate();

    [GeneratedRegex(@"(?<![\w.\-])[2-6](?:[ \-]?[0-9]){12,18}(?![\w\-])", Options, Timeout)]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])", Options, Timeout)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\w\-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![\w\-])", Options, Timeout)]
    private static partial Regex SocialSecurityNumber();

    [GeneratedRegex(
        @"(?<![A-Za-z])(?:tel|telephone|telefon|phone|mobile|fax|whatsapp)(?:[ _\-](?:number|no))?[""'\\.]{0,4}\s{0,3}[:=#]?\s{0,3}"
        + @"[""'\\]{0,4}(?<v>\+?[(0-9][0-9 ()./\-]{4,20}[0-9])(?![0-9])",
        Options | RegexOptions.IgnoreCase, Timeout)]
    private static partial Regex LabeledPhone();

    // International, North American, and national with a leading zero. Numbers without any of that are ids.
    [GeneratedRegex(
        @"(?<![\w+.\-])(?:\+[0-9][0-9 ().\-/]{6,20}[0-9]|\([0-9]{3}\) ?[0-9]{3}[ .\-][0-9]{4}"
        + @"|(?:1[ .\-])?[0-9]{3}[ .\-][0-9]{3}[ .\-][0-9]{4}"
        + @"|\(?0[0-9]{1,5}\)?[ /\-](?:[0-9]{2,9}[ \-]?){1,5}(?<=[0-9]))(?![\w\-])",
        Options, Timeout)]
    private static partial Regex Phone();
}
