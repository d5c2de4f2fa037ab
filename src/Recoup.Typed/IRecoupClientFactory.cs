namespace Recoup.Typed;

/// <summary>Creates the clients that <c>AddRecoupClient</c> has registered with a name, for example one for each API key.</summary>
public interface IRecoupClientFactory
{
    /// <summary>Creates a client. Its connections belong to <c>IHttpClientFactory</c>, so it may be created as often as needed.</summary>
    /// <param name="name">The name of the registration.</param>
    /// <exception cref="ArgumentException">There is no client with this name, or its options are not valid.</exception>
    RecoupClient CreateClient(string name);
}
