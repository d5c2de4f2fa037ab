namespace AppHost;

/// <summary>Adds an emulator to an app host, and hands it to the programs that call the API.</summary>
internal static class RecoupEmulatorExtensions
{
    /// <summary>Adds an emulator. The setting <c>Recoup:Tool</c> is the path of the tool; default: <c>recoup</c> on the PATH.</summary>
    /// <param name="builder">The app host.</param>
    /// <param name="name">The name of the resource.</param>
    /// <param name="catalog">The path of the catalog, relative to the app host.</param>
    public static IResourceBuilder<RecoupEmulatorResource> AddRecoupEmulator(
        this IDistributedApplicationBuilder builder, string name, string catalog)
    {
        // Each run has its own key, unless the setting Parameters:{name}-key is one.
        var key = builder.AddParameter(name + "-key", new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true);
        var tool = builder.Configuration["Recoup:Tool"] ?? "recoup";
        var emulator = new RecoupEmulatorResource(name, tool, builder.AppHostDirectory, key.Resource);
        return builder.AddResource(emulator)
            .WithHttpEndpoint()
            .WithArgs(context =>
            {
                foreach (var argument in (object[])["emulate", "--catalog", catalog, "--key", key.Resource])
                    context.Args.Add(argument);
                context.Args.Add("--port");
                context.Args.Add(emulator.Endpoint.Property(EndpointProperty.TargetPort));
            })
            .WithHttpHealthCheck("/_recoup/clock")
            .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/_recoup/", "Page"));
    }

    /// <summary>Starts a program after the emulator, with its address and key in the settings <c>Recoup:…</c>.</summary>
    public static IResourceBuilder<T> WithRecoup<T>(this IResourceBuilder<T> program, IResourceBuilder<RecoupEmulatorResource> emulator)
        where T : IResourceWithEnvironment, IResourceWithWaitSupport => program
        .WithEnvironment("Recoup__BaseAddress", emulator.Resource.Endpoint)
        .WithEnvironment("Recoup__ApiKey", emulator.Resource.Key)
        .WaitFor(emulator);
}
