using QuickStart;

// dotnet run                   the whole tour on the built-in emulator, without a key or a socket
// dotnet run -- --live         the read-only part with the real API and the key in RECOUP_API_KEY
return args switch
{
    [] => await EmulatorTour.RunAsync(),
    ["--live"] => await LiveTour.RunAsync(Environment.GetEnvironmentVariable("RECOUP_API_KEY")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Expected no arguments, or --live to list the actions of a real account with the key in RECOUP_API_KEY.");
    return 2;
}
