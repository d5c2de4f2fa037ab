using System.Text;

namespace Recoup.Recordings;

/// <summary>
/// The names of members whose values are secrets or personal data. A name counts word by word, however it is spelled: <c>access_token</c>,
/// <c>accessToken</c>, <c>Access-Token</c>.
/// </summary>
internal sealed class SensitiveNames
{
    private const int Remembered = 10_000;

    private static readonly SensitiveName Secret = new(SensitiveKind.Secret, ReachesBelow: true);

    private static readonly (SensitiveName Name, string[] Phrases)[] Table =
    [
        (Secret,
        [
            "password", "passwords", "passwd", "pwd", "passphrase", "passcode", "secret", "secrets", "token", "tokens", "jwt", "apikey",
            "apikeys", "api key", "api keys", "access key", "private key", "secret key", "signing key", "encryption key", "account key",
            "master key", "shared key", "ssh key", "license key", "authorization", "auth code", "auth header", "auth key", "authenticity",
            "bearer", "cookie", "cookies", "credential", "credentials", "session", "session id", "sessionid", "session key", "sid", "otp",
            "totp", "one time code", "verification code", "recovery code", "recovery codes", "backup code", "backup codes", "security code",
            "device code", "user code", "code verifier", "connection string", "cvv", "cvc", "csc", "pin", "signature", "hmac", "nonce",
            "csrf", "xsrf", "client assertion", "accesskey", "secretkey", "privatekey", "accountkey", "sharedaccesskey", "x api key",
        ]),
        (new(SensitiveKind.BankAccount, ReachesBelow: true),
        [
            "iban", "account number", "accountnumber", "routing number", "sort code", "bank account", "bic", "swift code",
        ]),
        (new(SensitiveKind.PaymentCard, ReachesBelow: true), ["card number", "cardnumber", "credit card", "creditcard", "pan"]),
        (new(SensitiveKind.NationalId, ReachesBelow: true),
        [
            "ssn", "social security", "social security number", "passport", "passport number", "tax id", "tax number", "national id",
            "drivers license", "driver license", "license number",
        ]),
        (new(SensitiveKind.Phone, ReachesBelow: true) { Accepts = static text => text.Count(char.IsDigit) >= 3 },
        [
            "phone", "phones", "telephone", "mobile", "cellphone", "fax", "msisdn", "tel", "whatsapp", "phone number", "phone numbers",
            "mobile number", "phonenumber", "phonenumbers", "mobilephone",
        ]),
        (new(SensitiveKind.PersonName),
        [
            "first name", "firstname", "last name", "lastname", "given name", "givenname", "family name", "familyname", "middle name",
            "middlename", "surname", "full name", "fullname", "maiden name", "legal name",
        ]),
        (new(SensitiveKind.PostalAddress),
        [
            "street", "streets", "street address", "address line", "address line 1", "address line 2", "address 1", "address 2", "line 1",
            "line 2", "postal address", "home address", "mailing address", "formatted address", "full address", "postal code", "postcode",
            "zip", "zip code", "zipcode",
        ]),
        (new(SensitiveKind.PostalAddress)
        {
            // Cells, mailboxes and wallets have addresses too.
            Accepts = static text => text.Any(char.IsDigit) && text.Any(char.IsLetter) && text.Contains(' ', StringComparison.Ordinal),
        },
        ["address", "addresses", "location", "shipping address", "billing address"]),
        (new(SensitiveKind.BirthDate), ["birthday", "birthdate", "birth date", "date of birth", "dob"]),
        (new(SensitiveKind.IpAddress) { Accepts = static text => ValueFormat.Of(text) == ValueFormat.Ip },
            ["ip", "ips", "ip address", "ip addresses", "ipaddress", "remote addr", "remote address"]),
    ];

    // "token_type" and "password_changed_at" are about the secret, and "max_tokens" counts.
    private static readonly HashSet<string> About =
    [
        "type", "types", "kind", "expires", "expiry", "expiration", "expired", "at", "in", "date", "time", "timestamp", "count", "counts",
        "total", "length", "policy", "status", "state", "enabled", "required", "supported", "verified", "url", "uri", "endpoint", "version",
        "limit", "limits", "usage", "hint", "scope", "scopes", "strength", "format", "label", "description", "method", "algorithm",
        "country",
        "region", "carrier", "consent", "duration", "title",
    ];

    private static readonly HashSet<string> Counting =
    [
        "max", "min", "num", "number", "total", "count", "prompt", "completion", "input", "output", "cached", "reasoning", "used",
        "remaining",
        "budget", "limit", "per",
    ];

    private static readonly string[] Endings = ["token", "secret", "password", "passwd", "apikey"];

    private static readonly Dictionary<string, SensitiveName> Phrases =
        Table.SelectMany(row => row.Phrases.Select(phrase => (phrase, row.Name))).ToDictionary(row => row.phrase, row => row.Name);

    private static readonly int LongestPhrase = Phrases.Keys.Max(phrase => phrase.Count(character => character == ' ') + 1);

    private static readonly HashSet<string> UrlNames =
    [
        "key", "sig", "sign", "code", "auth", "ticket", "assertion", "accesskeyid", "awsaccesskeyid", "credential", "hash", "samlresponse",
    ];

    private readonly HashSet<string> _chosen;
    private readonly Dictionary<string, SensitiveName?> _known = [];
    private readonly Dictionary<string, SensitiveName?> _knownOfNumbers = [];
    private readonly HashSet<string> _plain = [];

    public SensitiveNames(IEnumerable<string> chosen) =>
        _chosen = [.. chosen.Select(name => string.Concat(Words(name))).Where(name => name.Length > 0)];

    /// <summary>The chosen names, as a header lists them.</summary>
    public IEnumerable<string> Chosen => _chosen.Order(StringComparer.Ordinal).Select(name => $"{SensitiveKind.Chosen}:{name}");

    /// <summary>What a name says about its value; null if nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isNumber">Whether the value is a number, which may be a count.</param>
    public SensitiveName? Find(string name, bool isNumber)
    {
        const int longestName = 128;
        if (name.Length is 0 or > longestName)
            return null;
        var all = isNumber ? _knownOfNumbers : _known;
        if (all.TryGetValue(name, out var known))
            return known;
        if (all.Count == Remembered)
            all.Clear();
        var words = Words(name);
        return all[name] = _chosen.Contains(string.Concat(words))
            ? new SensitiveName(SensitiveKind.Chosen, ReachesBelow: true)
            : Find(words, isNumber);
    }

    /// <summary>
    /// Whether a name itself contains nothing sensitive, apart from credentials. Names repeat, so that is found out once.
    /// </summary>
    public bool IsPlain(string name)
    {
        const int longestName = 128;
        if (_plain.Contains(name))
            return true;
        if (SensitiveText.Find(name).Count > 0)
            return false;
        if (name.Length <= longestName && _plain.Count < Remembered)
            _plain.Add(name);
        return true;
    }

    /// <summary>Whether a parameter of a URL or a form has a secret value.</summary>
    public static bool IsSecretParameter(string name)
    {
        var words = Words(name);
        return UrlNames.Contains(string.Concat(words)) || (words.Count > 0 && UrlNames.Contains(words[^1]) && words[0] is "x")
            || Find(words, isNumber: false) is { ReachesBelow: true };
    }

    /// <summary>Whether a header has a secret value.</summary>
    public static bool IsSecretHeader(string name) => Find(Words(name), isNumber: false) == Secret;

    private static SensitiveName? Find(List<string> words, bool isNumber)
    {
        if (isNumber && words.Exists(Counting.Contains) && words.Exists(static word => word is "token" or "tokens"))
            return null;
        for (var end = words.Count; end > 0; end--)
        {
            // A phrase counts at the end of a name, or before words that do not make it something else.
            if (end < words.Count && About.Contains(words[^1]))
                return null;
            for (var start = Math.Max(0, end - LongestPhrase); start < end; start++)
            {
                if (Phrases.TryGetValue(string.Join(' ', words.Skip(start).Take(end - start)), out var found))
                    return end == words.Count || found.Kind == SensitiveKind.Secret ? found : null;
            }
        }

        return Array.Exists(Endings, ending => words.Exists(word => word.EndsWith(ending, StringComparison.Ordinal))) ? Secret : null;
    }

    /// <summary>The words of a name in lower case. A change to upper case, a digit and any other character begin a new word.</summary>
    internal static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var character = name[i];
            var isLetterOrDigit = char.IsLetterOrDigit(character);
            if (word.Length > 0 && (!isLetterOrDigit || Begins(name, i)))
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (isLetterOrDigit)
                word.Append(char.ToLowerInvariant(character));
        }

        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static bool Begins(string name, int i)
    {
        var (before, here) = (name[i - 1], name[i]);
        if (char.IsDigit(before) != char.IsDigit(here))
            return true;
        // The last capital of "APIKey" begins a word.
        return char.IsUpper(here) && (!char.IsUpper(before) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
    }
}
