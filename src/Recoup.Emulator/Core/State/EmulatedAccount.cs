namespace Recoup.Emulator;

/// <summary>An account of the emulated platform. Its credentials are valid on its own emulator only.</summary>
public sealed class EmulatedAccount
{
    internal EmulatedAccount(Guid id, string apiKey, string accessToken) => (Id, ApiKey, AccessToken) = (id, apiKey, accessToken);

    /// <summary>The value for <c>account_id</c>: a version 4 UUID. Equal seeds give equal ids.</summary>
    public Guid Id { get; }

    /// <summary>The account's key, for the header <c>x-api-key</c>. It is a dummy, valid on this emulator only.</summary>
    public string ApiKey { get; }

    /// <summary>The account's access token, for <c>Authorization: Bearer</c>. It is a dummy too.</summary>
    public string AccessToken { get; }

    /// <summary>Returns the account's id, never a credential.</summary>
    public override string ToString() => $"account {Id}";
}
