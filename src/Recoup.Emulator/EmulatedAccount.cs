namespace Recoup.Emulator;

/// <summary>An account of the emulated platform, with credentials that are valid on its emulator only.</summary>
public sealed class EmulatedAccount
{
    internal EmulatedAccount(Guid id, string apiKey, string accessToken) => (Id, ApiKey, AccessToken) = (id, apiKey, accessToken);

    /// <summary>What <c>account_id</c> takes: a version 4 UUID, the same in every run with the same seed.</summary>
    public Guid Id { get; }

    /// <summary>The account's key, for the header <c>x-api-key</c>. A dummy: it opens nothing but this emulator.</summary>
    public string ApiKey { get; }

    /// <summary>The account's access token, for <c>Authorization: Bearer</c>. A dummy as well.</summary>
    public string AccessToken { get; }

    /// <summary>The account's id; never a credential.</summary>
    public override string ToString() => $"account {Id}";
}
