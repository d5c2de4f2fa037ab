using AppHost;

var builder = DistributedApplication.CreateBuilder(args);

var recoup = builder.AddRecoupEmulator("recoup", "../../QuickStart/recoup.catalog.json");

builder.AddProject<Projects.WebService>("service", launchProfileName: null)
    .WithHttpEndpoint()
    .WithHttpHealthCheck("/connectors")
    .WithRecoup(recoup);

await builder.Build().RunAsync();
