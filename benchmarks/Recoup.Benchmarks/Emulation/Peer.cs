namespace Recoup.Benchmarks.Emulation;

/// <summary>A server that can be started on a port.</summary>
/// <param name="Name">How the table calls it.</param>
/// <param name="Command">The program and its arguments, for a port.</param>
/// <param name="Needs">What has to be there for it to run.</param>
/// <param name="Path">Where it answers.</param>
/// <param name="Body">What it is sent.</param>
/// <param name="Goal">What the ratio should be.</param>
internal sealed record Peer(string Name, Func<string, string[]> Command, string Needs, string Path, string Body, string Goal)
{
    public bool IsInstalled
    {
        get
        {
            if (System.IO.Path.Exists(Needs))
                return true;
            Console.Error.WriteLine($"{Name} is left out: there is no {Needs}. Run benchmarks/emulator.sh, or npm ci in its folder.");
            return false;
        }
    }
}
