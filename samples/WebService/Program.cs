using Recoup.Typed;
using WebService;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddOptions<RecoupClientOptions>()
    .BindConfiguration("Recoup")
    .Validate(
        options => !string.IsNullOrWhiteSpace(options.ApiKey),
        "Expected an API key: set Recoup__ApiKey in the environment, or Recoup:ApiKey in the user secrets.")
    .ValidateOnStart();
// RECOUP_RECORD=calls.jsonl records what the service executes, for typed results and for tests. Without it, nothing is recorded.
builder.Services.AddRecoupClient().AddRecoupRetries().AddHttpMessageHandler(services =>
    RecoupRecorder.FromEnvironment(new() { LoggerFactory = services.GetRequiredService<ILoggerFactory>() }));
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<RecoupProblems>();

var app = builder.Build();
// A body that cannot be read is an error of the caller; by default the handler returns 500.
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
});
app.UseStatusCodePages();
app.MapConnectors();
app.MapReleases();
app.Run();
