namespace Recoup.Emulator.Tests.Contract;

/// <summary>One request of the tour.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The body; CONNECTION is replaced by the id of a connection that may be removed.</param>
/// <param name="Status">The status in documented behavior.</param>
/// <param name="Deployed">The status in deployed behavior.</param>
/// <param name="HasKey">Whether the account's key is sent.</param>
internal sealed record ContractStop(string Method, string Target, string Body, int Status, int Deployed, bool HasKey)
{
    public string Path => Target.Split('?')[0];

    /// <summary>The operation and a status that it documents, for example <c>GET /api/connectors 200</c>.</summary>
    public string Name => $"{Method} {Path} {Status}";

    public int StatusIn(ApiBehavior behavior) => behavior == ApiBehavior.Documented ? Status : Deployed;
}
