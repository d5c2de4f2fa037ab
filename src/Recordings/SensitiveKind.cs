namespace Recoup.Recordings;

/// <summary>
/// The kinds of values that are replaced, as a header lists them. docs/results.md describes each kind; a test compares the two lists.
/// </summary>
internal static class SensitiveKind
{
    /// <summary>A credential of the request itself.</summary>
    public const string Credential = "credential";

    public const string Secret = "secret";
    public const string PrivateKey = "private-key";
    public const string Token = "token";
    public const string UrlSecret = "url-secret";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string PaymentCard = "payment-card";
    public const string BankAccount = "bank-account";
    public const string NationalId = "national-id";
    public const string PersonName = "person-name";
    public const string PostalAddress = "postal-address";
    public const string BirthDate = "birth-date";
    public const string IpAddress = "ip-address";

    /// <summary>A member that the options name.</summary>
    public const string Chosen = "member";

    /// <summary>All kinds but the chosen members, in the order of the documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Credential, Secret, PrivateKey, Token, UrlSecret, Email, Phone, PaymentCard, BankAccount, NationalId, PersonName, PostalAddress,
        BirthDate, IpAddress,
    ];
}
