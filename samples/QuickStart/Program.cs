using QuickStart;

// dotnet run                   the whole story on the built-in emulator: no key, no socket
// dotnet run -- --live         the read-only part against the real API, with the key in RECOUP_API_KEY
return args switch
{
    [] => await EmulatorTour.RunAsync(),
    ["--live"] => await LiveTour.RunAsync(Environment.GetEnvironmentVariable("RECOUP_API_KEY")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected nothing, or --live to list the actions of a real account with the key in RECOUP_API_KEY.");
    return 2;
}
