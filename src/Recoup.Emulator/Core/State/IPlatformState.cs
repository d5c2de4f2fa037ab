namespace Recoup.Emulator.Core.State;

/// <summary>The state of the emulated platform, as the operations see it: accounts, connections and files.</summary>
internal interface IPlatformState
{
    /// <summary>Finds the account with an API key. The duration depends only on the length of the key.</summary>
    EmulatedAccount? FindByKey(string apiKey);

    /// <summary>Finds the account with an access token. The duration depends only on the length of the token.</summary>
    EmulatedAccount? FindByToken(string accessToken);

    EmulatedAccount? FindAccount(Guid id);

    AccountAccess AccessOf(EmulatedAccount caller, EmulatedAccount target);

    /// <summary>The account's settled connection to a connector, else the latest initiated one; null if there is none.</summary>
    Connection? FindConnection(EmulatedAccount account, string connectorSlug);

    Connection? FindConnection(string connectionId);

    /// <summary>Whether the platform's own account is connected, whose connections every account may use.</summary>
    bool IsShared(string connectorSlug);

    Connection BeginAuthorization(EmulatedAccount account, string connectorSlug, string? callbackUrl);

    void Remove(Connection connection);

    EmulatedFile Stage(string url, string name, string mimeType);

    bool IsStaged(string key);

    /// <summary>Whether all third-party services are unreachable.</summary>
    bool IsUpstreamDown { get; }

    /// <summary>Whether the connections of one account are unreachable.</summary>
    bool IsUpstreamDownFor(EmulatedAccount account);
}
