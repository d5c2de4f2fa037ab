using System.Collections.Frozen;
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

    // A phrase is written in the singular, and counts for the plural too. Digits in a name count only if the phrase has them.
    private static readonly (SensitiveName Name, string[] Phrases)[] Table =
    [
        (Secret,
        [
            "password", "passwd", "pwd", "pw", "psw", "passphrase", "passcode", "secret", "token", "jwt", "authorization",
            "authenticity", "bearer", "cookie", "credential", "cred", "session", "session id", "sessionid", "sid", "signature", "hmac",
            "nonce", "csrf", "xsrf", "client assertion", "connection string", "connectionstring", "dsn", "sas", "mnemonic", "seed phrase",
            "api key", "apikey", "x api key", "access key", "accesskey", "private key", "privatekey", "secret key", "secretkey",
            "signing key", "encryption key", "decryption key", "account key", "accountkey", "master key", "shared key", "ssh key",
            "license key", "auth key", "session key", "storage key", "service key", "deploy key", "subscription key", "webhook key",
            "consumer key", "app key", "application key", "host key", "pgp key", "gpg key", "hmac key", "aes key", "rsa key", "server key",
            "security key", "sharedaccesskey", "auth header", "otp", "totp", "hotp", "mfa", "one time code", "auth code",
            "mfa code", "fa code", "sms code", "login code", "access code", "confirmation code", "activation code", "reset code",
            "pairing code", "unlock code", "invite code", "verification code", "recovery code", "backup code", "security code",
            "device code", "user code", "entry code", "door code", "code verifier", "cvv", "cvc", "csc", "pin", "pin code", "pincode",
            "puk", "security answer", "magic link", "reset link", "login link", "signed url", "presigned url",
        ]),
        // A number of it counts what passed.
        (Secret with { ReplacesNumbers = false, Accepts = static text => text.Length >= 4 }, ["pass"]),
        (new(SensitiveKind.BankAccount, ReachesBelow: true),
        [
            "iban", "account number", "account no", "accountnumber", "routing number", "sort code", "bank account", "bank code", "blz",
            "bic", "swift code", "bsb",
        ]),
        (new(SensitiveKind.PaymentCard, ReachesBelow: true),
            ["card number", "card no", "cardnumber", "credit card", "creditcard", "debit card", "payment card", "pan"]),
        (new(SensitiveKind.NationalId, ReachesBelow: true),
        [
            "ssn", "social security", "social security number", "social insurance number", "national insurance number", "nino", "passport",
            "passport number", "passport no", "tax id", "tax number", "taxid", "tin", "itin", "vat id", "national id", "identity card",
            "id card", "id number", "drivers license", "driver license", "driving license", "driving licence", "license number",
            "aadhaar", "aadhar", "cpf", "curp", "nif", "nie", "bsn", "personnummer",
        ]),
        (new(SensitiveKind.Phone, ReachesBelow: true) { Accepts = static text => text.Count(char.IsDigit) >= 3 },
        [
            "phone", "telephone", "mobile", "cellphone", "fax", "msisdn", "tel", "whatsapp", "phone number", "phone no",
            "telephone number", "mobile number", "cell number", "fax number", "phonenumber", "mobilephone", "contact number",
        ]),
        (new(SensitiveKind.PersonName),
        [
            "first name", "firstname", "last name", "lastname", "given name", "givenname", "family name", "familyname", "middle name",
            "middlename", "surname", "forename", "full name", "fullname", "maiden name", "birth name", "legal name", "cardholder",
            "cardholder name", "card holder", "card holder name", "account holder", "account holder name", "holder name",
        ]),
        (new(SensitiveKind.PostalAddress) { ReplacesNumbers = true },
        [
            "street", "street address", "street name", "street number", "house number", "address line", "address 1", "address 2", "line 1",
            "line 2", "postal address", "home address", "mailing address", "formatted address", "full address", "postal code", "postalcode",
            "postcode", "post code", "zip", "zip code", "zipcode", "plz",
        ]),
        (new(SensitiveKind.PostalAddress)
        {
            // Cells, mailboxes and wallets have addresses too.
            Accepts = static text => text.Any(char.IsDigit) && text.Any(char.IsLetter) && text.Contains(' ', StringComparison.Ordinal),
        },
        ["address", "location", "shipping address", "billing address"]),
        (new(SensitiveKind.BirthDate, ReachesBelow: true),
        [
            "birthday", "birthdate", "birth date", "birth day", "birth month", "birth year", "date of birth", "year of birth", "dob",
            "born",
        ]),
        (new(SensitiveKind.IpAddress) { Accepts = static text => ValueFormat.Of(text) == ValueFormat.Ip },
            ["ip", "ip address", "ipaddress", "remote addr", "remote address"]),
    ];

    // "token_type" and "password_changed_at" are about the secret, and "max_tokens" counts.
    private static readonly HashSet<string> About =
    [
        "type", "types", "kind", "expires", "expiry", "expiration", "expired", "at", "in", "date", "time", "timestamp", "count", "counts",
        "total", "length", "policy", "status", "state", "enabled", "required", "supported", "verified", "url", "uri", "endpoint", "version",
        "limit", "limits", "usage", "hint", "scope", "scopes", "strength", "format", "label", "description", "method", "algorithm",
        "country", "region", "carrier", "consent", "duration", "title",
    ];

    // Words that say which one of several it is, or which part: "phone home", "ssn last 4".
    private static readonly HashSet<string> Which =
    [
        "first", "last", "primary", "secondary", "main", "home", "work", "office", "business", "personal", "private", "other", "raw",
        "masked", "formatted", "text", "string", "value", "digits", "old", "new", "current", "previous", "alternative", "confirm",
        "confirmation", "plain", "encrypted", "local", "international", "full",
    ];

    private static readonly HashSet<string> Counting =
    [
        "max", "min", "num", "number", "total", "count", "prompt", "completion", "input", "output", "cached", "reasoning", "used",
        "remaining", "budget", "limit", "per",
    ];

    private static readonly string[] Endings = ["token", "secret", "password", "passwd", "apikey"];

    private static readonly Dictionary<string, SensitiveName> Phrases =
        Table.SelectMany(row => row.Phrases.Select(phrase => (phrase, row.Name))).ToDictionary(row => row.phrase, row => row.Name);

    private static readonly int LongestPhrase = Phrases.Keys.Max(phrase => phrase.Count(character => character == ' ') + 1);

    private static readonly HashSet<string> UrlNames =
    [
        "key", "sig", "sign", "code", "auth", "ticket", "assertion", "accesskeyid", "awsaccesskeyid", "credential", "hash", "samlresponse",
    ];

    // What a pair such as {"name": "Authorization", "value": "…"} may call its parts.
    private static readonly FrozenSet<string> LabelNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "name", "key", "header", "field", "label", "type", "id", "title", "attribute", "property", "parameter", "param", "variable", "code",
        "k", "n", "field_name", "fieldName", "header_name", "headerName");

    private static readonly FrozenSet<string> ValueNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "value", "values", "val", "content", "data", "text", "answer", "number", "v", "string_value", "stringValue", "default");

    private readonly HashSet<string> _chosen;
    private readonly Dictionary<string, NameSense> _known = [];

    public SensitiveNames(IEnumerable<string> chosen) =>
        _chosen = [.. chosen.Select(name => string.Concat(Words(name))).Where(name => name.Length > 0)];

    /// <summary>The chosen names, as a header lists them.</summary>
    public IEnumerable<string> Chosen => _chosen.Order(StringComparer.Ordinal).Select(name => $"{SensitiveKind.Chosen}:{name}");

    /// <summary>What is known of the name of a member. Names repeat, so that is found out once.</summary>
    public NameSense Of(string name)
    {
        const int longestName = 128;
        if (_known.TryGetValue(name, out var known))
            return known;
        var isPlain = SensitiveText.Find(name).Count == 0;
        var end = name.Length > longestName ? name[^longestName..] : name;
        var words = Words(end);
        var chosen = _chosen.Contains(string.Concat(words)) ? new SensitiveName(SensitiveKind.Chosen, ReachesBelow: true) : null;
        known = new NameSense(isPlain, chosen ?? Find(words, isNumber: false), chosen ?? Find(words, isNumber: true))
        {
            IsLabel = LabelNames.Contains(name),
            IsValue = ValueNames.Contains(name),
        };
        if (_known.Count == Remembered)
            _known.Clear();
        if (name.Length <= longestName)
            _known[name] = known;
        return known;
    }

    /// <summary>Whether a parameter of a URL or a form has a sensitive value.</summary>
    public static bool IsSecretParameter(string name, string value)
    {
        var words = Words(name);
        return UrlNames.Contains(string.Concat(words)) || (words.Count > 0 && UrlNames.Contains(words[^1]) && words[0] is "x")
            || IsSecret(words, value);
    }

    /// <summary>Whether a value is sensitive because of its name.</summary>
    public static bool IsSecret(string name, string value) => IsSecret(Words(name), value);

    private static bool IsSecret(List<string> words, string value) =>
        Find(words, isNumber: false) is { } sense && sense.Accepts(value);

    /// <summary>Whether a header has a secret value.</summary>
    public static bool IsSecretHeader(string name) => Find(Words(name), isNumber: false) is { Kind: SensitiveKind.Secret };

    private static SensitiveName? Find(List<string> all, bool isNumber)
    {
        if (isNumber && all.Exists(Counting.Contains) && all.Exists(static word => word is "token" or "tokens"))
            return null;
        return FindIn(all) ?? (all.Exists(IsNumber) ? FindIn(all.FindAll(static word => !IsNumber(word))) : null);

        static bool IsNumber(string word) => char.IsDigit(word[0]);
    }

    private static SensitiveName? FindIn(List<string> words)
    {
        for (var end = words.Count; end > 0; end--)
        {
            if (FindAtEnd(words, end) is { } found)
                return end == words.Count || found.Kind == SensitiveKind.Secret || words.Skip(end).All(Which.Contains) ? found : null;
            // A phrase counts at the end of a name, or before words that do not make it something else.
            if (About.Contains(words[^1]))
                return null;
        }

        return Array.Exists(Endings, ending => words.Exists(word => word.EndsWith(ending, StringComparison.Ordinal))) ? Secret : null;
    }

    private static SensitiveName? FindAtEnd(List<string> words, int end)
    {
        for (var start = Math.Max(0, end - LongestPhrase); start < end; start++)
        {
            var phrase = string.Join(' ', words.Skip(start).Take(end - start));
            if (Phrases.TryGetValue(phrase, out var found))
                return found;
            if (IsPlural(phrase) && (Phrases.TryGetValue(phrase[..^1], out found)
                || (phrase.EndsWith("es", StringComparison.Ordinal) && Phrases.TryGetValue(phrase[..^2], out found))))
            {
                return found;
            }
        }

        return null;
    }

    // The plural of these is something else: pins on a board, sessions of visitors.
    private static bool IsPlural(string phrase) => phrase[^1] == 's' && phrase is not ("pins" or "sessions" or "signatures" or "pans");

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
