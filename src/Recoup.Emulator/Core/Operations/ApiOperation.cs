using System.Text.Json;
using Recoup.Emulator.Core.Reading;

namespace Recoup.Emulator.Core.Operations;

/// <summary>One operation of the contract.</summary>
internal abstract class ApiOperation
{
    private protected const string AccountField = "account_id";

    public abstract string Method { get; }

    public abstract string Path { get; }

    public string Name => field ??= $"{Method} {Path}";

    /// <summary>The shape of the body; null where the operation takes none.</summary>
    public virtual BodyShape? Shape => null;

    /// <summary>What the caller must be allowed to do with the account that the request names.</summary>
    public virtual AccessKind Access => AccessKind.Act;

    /// <summary>The account the request names, or null.</summary>
    public virtual string? NamedAccount(ApiRequest request, JsonElement body) =>
        body.TryGetProperty(AccountField, out var account) ? account.GetString() : null;

    /// <summary>Tells the journal what the request is about, even when it will be refused.</summary>
    public virtual void Describe(JsonElement body, Exchange exchange) { }

    public abstract ValueTask<ApiAnswer> AnswerAsync(ApiCall call);
}

internal enum AccessKind
{
    Read,
    Act,
}
