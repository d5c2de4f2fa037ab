using System.Diagnostics;

namespace Recoup.Differential.Judges;

/// <summary>Ajv, in one Node.js process that reads a pair a line and writes a verdict a line.</summary>
internal sealed class AjvJudge : IJudge, IDisposable
{
    private readonly Process _node;

    /// <summary>Starts the process.</summary>
    /// <param name="script">The script.</param>
    public AjvJudge(string script) => _node = Process.Start(new ProcessStartInfo("node", [script])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public string Name => "Ajv 8.20.0";

    public Verdict Judge(Pair pair)
    {
        _node.StandardInput.WriteLine($$"""{"schema":{{pair.Schema}},"instance":{{pair.Instance}}}""");
        _node.StandardInput.Flush();
        var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"Node.js has ended at {pair}");
        return line is "valid" or "invalid" ? Verdict.Of(line == "valid") : Verdict.Refused(line["refused ".Length..]);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}
