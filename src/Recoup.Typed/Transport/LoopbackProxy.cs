using System.Net;

namespace Recoup.Typed.Transport;

/// <summary>
/// The proxy of the system, except for loopback addresses: an emulator on this machine is no server behind a proxy, and the credential
/// would go to the proxy in plain text.
/// </summary>
internal sealed class LoopbackProxy : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("Set HttpClient.DefaultProxy instead.");
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
