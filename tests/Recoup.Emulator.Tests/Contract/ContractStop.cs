namespace Recoup.Emulator.Tests.Contract;

/// <summary>One request of the tour.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The body; CONNECTION stands for the id of a connection that may go.</param>
/// <param name="Status">What the contract answers.</param>
/// <param name="Deployed">What the deployed server answers to the same.</param>
/// <param name="HasKey">Whether the account's key is sent.</param>
internal sealed record ContractStop(string Method, string Target, string Body, int Status, int Deployed, bool HasKey)
{
    public string Path => Target.Split('?')[0];

    /// <summary>For example <c>GET /api/connectors 200</c>: an operation and a status that it documents.</summary>
    public string Name => $"{Method} {Path} {Status}";

    public int StatusIn(ApiBehavior behavior) => behavior == ApiBehavior.Documented ? Status : Deployed;
}
