using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Recoup.Browser.Tests;

/// <summary>Serves the Blazor sample on a loopback port, with the address of an emulator in its settings.</summary>
internal sealed class BlazorSite : IAsyncDisposable
{
    private static readonly string Output = typeof(BlazorSite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "BlazorOutput").Value!;

    private readonly WebApplication _application;

    private BlazorSite(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<BlazorSite> StartAsync(Uri api, string accessToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var settings = JsonSerializer.Serialize(new { Recoup = new { BaseAddress = api, AccessToken = accessToken } });
        application.MapGet("/appsettings.json", () => Results.Text(settings, "application/json"));
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".dat"] = "application/octet-stream";
        var files = new CompositeFileProvider(
            new PhysicalFileProvider(Path.Combine(TestData.Repository, "samples", "Blazor", "wwwroot")),
            new PhysicalFileProvider(Path.GetFullPath(Output)));
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = types,
            ServeUnknownFileTypes = true,
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new BlazorSite(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
