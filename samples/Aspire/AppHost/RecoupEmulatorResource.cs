namespace AppHost;

/// <summary>An emulator of the Recoup API: the <c>recoup</c> tool as a process, without a container.</summary>
/// <param name="name">The name of the resource.</param>
/// <param name="tool">The path of the tool, or its name if it is on the PATH.</param>
/// <param name="folder">The folder in which the tool runs.</param>
/// <param name="key">The API key of the default account.</param>
internal sealed class RecoupEmulatorResource(string name, string tool, string folder, ParameterResource key)
    : ExecutableResource(name, tool, folder), IResourceWithServiceDiscovery
{
    public ParameterResource Key => key;

    public EndpointReference Endpoint => new(this, "http");
}
