using System.Globalization;
using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Isthmus.Functions.Operators;

/// <summary>Reads which runs are asked for, or says what is wrong with the question.</summary>
internal static class RunQueries
{
    public static (RunQuery? Query, IActionResult? Refusal) Read(HttpRequest request)
    {
        var flow = OperatorAnswers.Text(request, "flow") ?? OrderToCashOrchestration.Flow;
        if (!Flows.All.Contains(flow)) return (null, OperatorAnswers.Wrong("flow", flow, $"Flows are {string.Join(", ", Flows.All)}."));
        RunState? state = null;
        if (OperatorAnswers.Text(request, "state") is { } wanted)
        {
            if (!Enum.TryParse<RunState>(wanted, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
                return (null, OperatorAnswers.Wrong("state", wanted, $"States are {string.Join(", ", Enum.GetNames<RunState>())}."));
            state = parsed;
        }
        if (!Time(request, "from", out var from)) return (null, WrongTime(request, "from"));
        if (!Time(request, "to", out var to)) return (null, WrongTime(request, "to"));
        return (new RunQuery(flow, state, from, to), null);
    }

    private static bool Time(HttpRequest request, string name, out DateTimeOffset? time)
    {
        time = null;
        if (OperatorAnswers.Text(request, name) is not { } text) return true;
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = parsed;
        return read;
    }

    private static IActionResult WrongTime(HttpRequest request, string name) =>
        OperatorAnswers.Wrong(name, request.Query[name], "Give a time such as 2026-11-21T09:00:00Z.");
}
