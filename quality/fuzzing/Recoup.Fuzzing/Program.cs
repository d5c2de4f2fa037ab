using Recoup.Fuzzing;
using SharpFuzz;

if (args is not [var name, .. var files] || !TargetTable.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine($"Usage: Recoup.Fuzzing <target> [file ...]. Targets: {string.Join(", ", TargetTable.All.Keys)}.");
    return 2;
}

// With files, each is read once, and the exception of a broken promise is printed.
if (files.Length > 0)
    return Replay.Run(target, files);

// In this process, without another one between the fuzzer and the reader: twice as many inputs in the same time.
Fuzzer.Run(stream =>
{
    var input = new MemoryStream();
    stream.CopyTo(input);
    target(input.ToArray());
});
return 0;
