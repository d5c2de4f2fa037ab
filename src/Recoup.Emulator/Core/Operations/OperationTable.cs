namespace Recoup.Emulator.Core.Operations;

/// <summary>The operations of the contract.</summary>
internal static class OperationTable
{
    public static readonly IReadOnlyList<ApiOperation> All =
    [
        new ExecuteAction(),
        new ListActions(),
        new ListConnectors(),
        new AuthorizeConnector(),
        new DisconnectConnector(),
        new UploadFile(),
    ];

    public static ApiOperation? Find(string method, string path)
    {
        foreach (var operation in All)
        {
            if (operation.Path == path && operation.Method == method)
                return operation;
        }
        return null;
    }
}
