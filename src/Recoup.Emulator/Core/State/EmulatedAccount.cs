namespace Recoup.Emulator;

/// <summary>An account of the emulated platform. Its credentials are valid on its own emulator only.</summary>
public sealed class EmulatedAccount
{
    internal EmulatedAccount(Guid id, string apiKey, string accessToken, string? name = null) =>
        (Id, ApiKey, AccessToken, Name) = (id, apiKey, accessToken, name);

    /// <summary>The account's name in the <see cref="World"/> that describes it; null if none does.</summary>
    public string? Name { get; }

    /// <summary>The value for <c>account_id</c>: a version 4 UUID, or the one in a world. Equal seeds give equal ids.</summary>
    public Guid Id { get; }

    /// <summary>The account's key, for the header <c>x-api-key</c>. It is a dummy, valid on this emulator only.</summary>
    public string ApiKey { get; }

    /// <summary>The account's access token, for <c>Authorization: Bearer</c>. It is a dummy too.</summary>
    public string AccessToken { get; }

    /// <summary>Returns the account's id, never a credential.</summary>
    public override string ToString() => $"account {Id}";
}
