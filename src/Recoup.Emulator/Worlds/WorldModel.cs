using System.Text.Json;
using Recoup.Emulator.Core.State;
using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Worlds;

/// <summary>An account of a world.</summary>
/// <param name="Identity">What the world says of its id and its credentials. It always has a name.</param>
/// <param name="Place">The account's name in the file.</param>
internal sealed record WorldAccount(AccountIdentity Identity, WorldValue Place)
{
    public string Name => Identity.Name!;

    /// <summary>All connections of the account; null for those that it has anyway.</summary>
    public IReadOnlyList<WorldConnection>? Connections { get; init; }

    public IReadOnlyList<WorldAccess> Access { get; init; } = [];

    public bool IsUpstreamDown { get; init; }

    public bool IsRevoked { get; init; }
}

/// <summary>A connection of an account.</summary>
internal sealed record WorldConnection(WorldName Connector, ConnectionState State);

/// <summary>The access of an account to another.</summary>
internal sealed record WorldAccess(WorldName Target, AccountAccess Access);

/// <summary>The name of something that is defined elsewhere: a connector, an action, or an account.</summary>
internal sealed record WorldName(string Text, WorldValue Place);

/// <summary>A stub of a world.</summary>
/// <param name="Action">The action.</param>
/// <param name="Source">Its JSON.</param>
internal sealed record WorldStub(WorldName Action, JsonElement Source)
{
    public WorldName? Account { get; init; }

    /// <summary>The parameters that a call must have exactly; null if any will do.</summary>
    public JsonElement? Parameters { get; init; }

    public IReadOnlyList<StubCondition> Conditions { get; init; } = [];

    public IReadOnlyList<WorldStep> Steps { get; init; } = [];

    /// <summary>The delay of the default result, for a stub without steps.</summary>
    public TimeSpan Delay { get; init; }
}

/// <summary>An outcome in the sequence of a stub.</summary>
/// <param name="Script">Scripts the outcome.</param>
/// <param name="Times">The number of calls; null for one call, or for all further calls if this is the last step.</param>
/// <param name="Delay">The delay before the outcome.</param>
internal sealed record WorldStep(Action<ActionStub> Script, int? Times, TimeSpan Delay);

/// <summary>The script of the file at a URL.</summary>
internal sealed record WorldFile(string Url, Action<FileStub> Script);

/// <summary>A file that is staged already.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="MimeType">The media type of the file.</param>
/// <param name="S3Key">Its key; null if the emulator chooses one.</param>
internal sealed record WorldStagedFile(string Name, string MimeType, string? S3Key);
