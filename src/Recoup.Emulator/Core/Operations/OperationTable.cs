using Recoup.Emulator.Core.Messages;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Core.Operations;

/// <summary>The operations of the contract.</summary>
internal static class OperationTable
{
    public static readonly IReadOnlyList<OperationHandler> All =
    [
        new ExecuteAction(),
        new ListActions(),
        new ListConnectors(),
        new AuthorizeConnector(),
        new DisconnectConnector(),
        new UploadFile(),
    ];

    public static OperationHandler? Find(string method, string path)
    {
        foreach (var operation in All)
        {
            if (operation.Path == path && operation.Method == method)
                return operation;
        }
        return null;
    }

    /// <summary>The emulator's error for a request that no operation of the contract handles.</summary>
    public static RecoupEmulatorException Unrouted(ApiRequest request) => new(
        $"The contract has no operation {Excerpt.Of(request.Method)} {Excerpt.Of(request.Path)}. It has: "
        + string.Join(", ", All.Select(operation => operation.Name))
        + ". Divergence D26 covers how the deployed server responds to other requests.");
}
