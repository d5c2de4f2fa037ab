using ReleaseWorker;
using ReleaseWorker.Emulated;

// dotnet run                                  posts release.json on the built-in emulator: no key, and nothing leaves this machine
// dotnet run -- --live my-release.json        posts it publicly, with the key in RECOUP_API_KEY
return (int)(args switch
{
    [] => await EmulatedRun.RunAsync(),
    ["--live", var file] => await LiveRun.RunAsync(file, Environment.GetEnvironmentVariable("RECOUP_API_KEY")),
    _ => Usage(),
});

static ExitCode Usage()
{
    Console.Error.WriteLine("Expected no arguments, or --live and a release file to post it publicly with the key in RECOUP_API_KEY.");
    return ExitCode.Usage;
}
