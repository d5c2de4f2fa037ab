using System.Globalization;
using Recoup.Emulator;

namespace Recoup.Cli.Emulation;

/// <summary>Counts the requests of a run. Memory is bounded by the number of actions.</summary>
internal sealed class RequestSummary
{
    private const int MostActions = 5;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, long> _errors = [];
    private readonly Dictionary<string, long> _actions = new(StringComparer.Ordinal);
    private long _requests;
    private long _executed;
    private long _faults;
    private long _failures;
    private long _unscripted;

    public void Add(Exchange exchange)
    {
        lock (_gate)
        {
            _requests++;
            _executed += exchange.Executed ? 1 : 0;
            if (exchange.Status is >= 400 and var status)
                _errors[status] = _errors.GetValueOrDefault(status) + 1;
            else if (exchange.Fault is not null)
                _faults++;
            else if (exchange.Status is null)
                _failures++;
            if (exchange.Outcome == "default result")
                _unscripted++;
            if (exchange is { Executed: true, Slug: { } slug })
                _actions[slug] = _actions.GetValueOrDefault(slug) + 1;
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            if (_requests == 0)
                return "recoup: no requests.\n";
            List<string> parts = [string.Create(CultureInfo.InvariantCulture, $"{_executed} executed")];
            parts.AddRange(_errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Value} with status {error.Key}")));
            Count(_faults, "with a network fault");
            Count(_failures, "without a response");
            Count(_unscripted, "with a default result, because no stub or recording answered");
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"recoup: {_requests} {(_requests == 1 ? "request" : "requests")}: {string.Join(", ", parts)}.\n");
            var most = _actions.OrderByDescending(action => action.Value).ThenBy(action => action.Key, StringComparer.Ordinal)
                .Take(MostActions)
                .Select(action => string.Create(CultureInfo.InvariantCulture, $"{RequestLine.Name(action.Key)} {action.Value}"));
            return _actions.Count == 0 ? text : $"{text}recoup: most executed: {string.Join(", ", most)}.\n";

            void Count(long number, string what)
            {
                if (number > 0)
                    parts.Add(string.Create(CultureInfo.InvariantCulture, $"{number} {what}"));
            }
        }
    }
}
