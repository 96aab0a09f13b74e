namespace Isthmus.Agent.Tests.Boi.Fake;

/// <summary>What every object has: a name, and words for its last refusal.</summary>
internal abstract class FakeMember(string name)
{
    public string sLastErrorMsg { get; private set; } = "";

    public int Say(string words, int result)
    {
        sLastErrorMsg = words;
        return result;
    }

    public override string ToString() => name;
}

/// <summary>ProvideX.Script.</summary>
internal sealed class FakeScript(FakeSage sage) : FakeMember("script")
{
    public void Init(string home) => sage.Call(this, "Init", home);

    public object NewObject(string name)
    {
        sage.Call(this, "NewObject", name);
        return sage.Keep(new FakeSession(sage));
    }

    public object? NewObject(string name, object session)
    {
        Assert.IsType<FakeSession>(session);
        if (sage.Call(this, "NewObject", name) == 0 || sage.Refusals.ContainsKey(name)) return null;
        return sage.Keep(new FakeObject(sage, name));
    }
}

/// <summary>SY_Session.</summary>
internal sealed class FakeSession(FakeSage sage) : FakeMember("session")
{
    public int nSetUser(string user, string password) => sage.Call(this, "nSetUser", user, password.Length > 0 ? "***" : "(blank)");

    public int nSetCompany(string company) => sage.Call(this, "nSetCompany", company);

    // COM hands numbers over as it likes.
    public short nSetDate(string module, string date) => (short)sage.Call(this, "nSetDate", module, date);

    public double nSetModule(string module) => sage.Call(this, "nSetModule", module);

    public int nLookupTask(string task) => sage.Call(this, "nLookupTask", task) == 0 ? 0 : 4711;

    public string nSetProgram(int task) => $"{sage.Call(this, "nSetProgram", task)}";
}
