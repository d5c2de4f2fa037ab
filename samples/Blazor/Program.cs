using Blazor;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#app");
builder.Services.AddRecoupClient(options =>
{
    // The address of the API and the credential come from the page's configuration: wwwroot/appsettings.json.
    options.BaseAddress = new Uri(builder.Configuration["Recoup:BaseAddress"] ?? "https://api.recoupable.dev");
    options.AccessToken = builder.Configuration["Recoup:AccessToken"];
});
await builder.Build().RunAsync();
