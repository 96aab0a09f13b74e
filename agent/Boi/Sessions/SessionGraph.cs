using System.Globalization;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>A session's COM objects: the script, the session of one user in one company, and what was made of them.</summary>
internal sealed partial class SessionGraph : IDisposable
{
    private readonly List<LateObject> made = [];
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly LateObject script;
    private readonly LateObject session;
    private (string Module, string Task, string Date)? entered;

    /// <summary>User, then company; the rest follows with each object.</summary>
    /// <exception cref="AgentException">Sage lets nobody in now.</exception>
    public SessionGraph(
        SageHostOptions options, string password, string company, IComLibrary library, TimeProvider time, ILogger log)
    {
        (this.time, this.log) = (time, log);
        try
        {
            script = Keep(new LateObject(options.ProgId, library.Create(options.ProgId), library, Break));
            script.Call("Init", options.Home);
            session = Keep(script.Make("NewObject", "SY_Session", "SY_Session")
                ?? throw AgentException.Unavailable("Sage gives no session.", 30));
            Require(session.Call("nSetUser", options.User, password), "Sage refuses the agent's user");
            Require(session.Call("nSetCompany", company), $"Sage refuses company {company}");
        }
        catch
        {
            Dispose();
            throw;
        }
        MadeAt = time.GetUtcNow();
    }

    public DateTimeOffset MadeAt { get; }

    /// <summary>Whether a call broke; nothing of it is used any more then.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>A business object. Date, module and task are set before it is made, or Sage refuses it or its writes.</summary>
    /// <param name="what">What the agent knows of it.</param>
    /// <param name="name">Its name: the one that writes, or one that reads.</param>
    /// <exception cref="RefusedObjectException">The user may not run its task, or there is no such object.</exception>
    public LateObject Open(BoiObject what, string name)
    {
        Enter(what, name);
        return Keep(script.Make("NewObject", name, name, session.Target) ?? throw Refused(name));
    }

    /// <summary>
    /// Sets the module's date, the module and the task that an object works under, unless they are set: another object may have
    /// changed them since, and Sage refuses to write under the task of another.
    /// </summary>
    /// <param name="what">What the agent knows of the object.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="RefusedObjectException">The user may not run its task.</exception>
    public void Enter(BoiObject what, string name)
    {
        var wanted = (what.Module, what.Task, Date: time.GetLocalNow().ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        if (entered == wanted) return;
        entered = null;
        session.Call("nSetDate", what.Module, wanted.Date);
        session.Call("nSetModule", what.Module);
        if (what.Task.Length > 0 && session.Call("nLookupTask", what.Task) is not 0 and var task
            && session.Call("nSetProgram", task) == 0) throw Refused(name);
        entered = wanted;
    }

    /// <summary>Keeps what an object gave, so that it is released before it.</summary>
    public LateObject Keep(LateObject given)
    {
        made.Add(given);
        return given;
    }

    /// <summary>Lets go of an object, and of what came after it from it.</summary>
    public void Release(params IEnumerable<LateObject> objects)
    {
        foreach (var each in objects)
        {
            made.Remove(each);
            Quietly(each);
        }
    }

    /// <summary>Lets go of everything, what was made last first.</summary>
    public void Dispose()
    {
        for (var at = made.Count - 1; at >= 0; at--) Quietly(made[at]);
        made.Clear();
    }

    private void Break() => IsBroken = true;

    private void Require(int done, string refusal)
    {
        if (done == 0) throw AgentException.Unavailable($"{refusal}: {session.LastError}", 30);
    }

    private RefusedObjectException Refused(string name) => new(new BoiError(name, null, null, session.LastError));

    /// <summary>What is broken may not even be released; that is no reason to keep the rest.</summary>
    private void Quietly(LateObject each)
    {
        try { each.Dispose(); }
        catch (Exception failed) { LogKept(log, each.Name, failed.HResult); }
    }

    [LoggerMessage(
        213, LogLevel.Warning, "Windows did not let go of {Name}. (0x{Number:X8}) The rest of the session is let go of.")]
    private static partial void LogKept(ILogger logger, string name, int number);
}
