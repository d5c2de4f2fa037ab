namespace Recoup.Emulator.State;

/// <summary>What the emulated platform knows: the seam between the operations and the place where accounts, connections and files live.</summary>
internal interface IPlatformState
{
    /// <summary>The account with this API key, found in constant time for its length.</summary>
    EmulatedAccount? FindByKey(string apiKey);

    /// <summary>The account with this access token, found in constant time for its length.</summary>
    EmulatedAccount? FindByToken(string accessToken);

    EmulatedAccount? FindAccount(Guid id);

    AccountAccess AccessOf(EmulatedAccount caller, EmulatedAccount target);

    /// <summary>The connection of an account to a connector that counts: an active one, else the latest; null without any.</summary>
    Connection? FindConnection(EmulatedAccount account, string connectorSlug);

    Connection? FindConnection(string connectionId);

    /// <summary>Whether the platform's own account, whose connections everybody may use, is connected.</summary>
    bool IsShared(string connectorSlug);

    Connection BeginAuthorization(EmulatedAccount account, string connectorSlug, string? callbackUrl);

    void Remove(Connection connection);

    EmulatedFile Stage(string url, string name, string mimeType);

    bool IsStaged(string key);

    /// <summary>Whether no third-party service can be reached.</summary>
    bool IsUpstreamDown { get; }

    /// <summary>Whether the connections of this one account cannot be reached.</summary>
    bool IsUpstreamDownFor(EmulatedAccount account);
}
