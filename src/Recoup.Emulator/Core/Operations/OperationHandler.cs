using System.Text.Json;
using Recoup.Emulator.Core.Checks;
using Recoup.Emulator.Core.Requests;
using Recoup.Emulator.Core.Responses;

namespace Recoup.Emulator.Core.Operations;

/// <summary>Handles one operation of the contract.</summary>
internal abstract class OperationHandler
{
    private protected const string AccountField = "account_id";

    public abstract string Method { get; }

    public abstract string Path { get; }

    public string Name => field ??= $"{Method} {Path}";

    /// <summary>The shape of the body; null if the operation has no body.</summary>
    public virtual BodyShape? Shape => null;

    /// <summary>The access that the caller needs to the account that the request names.</summary>
    public virtual AccessKind Access => AccessKind.Act;

    /// <summary>The account that the request names, or null.</summary>
    public virtual string? NamedAccount(ApiRequest request, JsonElement body) =>
        body.TryGetProperty(AccountField, out var account) ? account.GetString() : null;

    /// <summary>Adds what the request is about to its journal entry. Runs before the checks, so refused requests have it too.</summary>
    public virtual void Describe(JsonElement body, Exchange exchange) { }

    public abstract ValueTask<ApiResponse> RespondAsync(ApiCall call);
}
