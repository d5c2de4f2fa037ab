using Recoup.Emulator;

namespace Recoup.Cli.Tests;

/// <summary>Runs the tool in process and returns its output and exit code.</summary>
internal sealed record Tool(string Out, string Error, int ExitCode)
{
    public const string Secret = "recoup_sk_secret_of_a_customer_4711";

    public string All => Out + Error;

    public static Task<Tool> RunAsync(params string[] args) => RunAsync(null, args);

    public static async Task<Tool> RunAsync(Func<Host, Host>? change, string[] args, CancellationTokenSource? stop = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new Host { Out = output, Error = error, ApiKey = RecoupEmulator.DefaultApiKey, Clock = new EmulatorClock() };
        var code = await RecoupTool.RunAsync(args, change?.Invoke(host) ?? host, stop?.Token ?? TestContext.Current.CancellationToken);
        return new Tool(output.ToString(), error.ToString(), code);
    }

    /// <summary>Verifies an emulator on a port.</summary>
    public static async Task<Tool> VerifyOnPortAsync(RecoupEmulator emulator, params string[] args)
    {
        var url = await emulator.StartListeningAsync();
        return await RunAsync(["verify", "--url", url.ToString(), .. args]);
    }

    /// <summary>Verifies an emulator in process.</summary>
    public static Task<Tool> VerifyAsync(RecoupEmulator emulator, params string[] args) => VerifyAsync(emulator, _ => { }, args);

    /// <summary>Verifies an emulator in process, and passes on the body of each request first.</summary>
    public static async Task<Tool> VerifyAsync(RecoupEmulator emulator, Action<string> sends, params string[] args)
    {
        using var handler = Emulators.CreateHandler(emulator, sends);
        return await RunAsync(host => host with { Handler = handler }, ["verify", "--url", "http://localhost/", .. args]);
    }
}
