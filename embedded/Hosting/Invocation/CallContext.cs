using System.Diagnostics;
using Isthmus.Embedded.Hosting.Discovery;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>One call of a function. Its scope of services is made when first asked for.</summary>
internal sealed class CallContext : FunctionContext, IAsyncDisposable
{
    private readonly IServiceProvider app;
    private AsyncServiceScope? scope;
    private IServiceProvider? chosen;

    public CallContext(FunctionEntry entry, Call call, IServiceProvider app, CancellationToken cancellation)
    {
        this.app = app;
        Entry = entry;
        Input = call.Input;
        InvocationId = call.Id;
        CancellationToken = cancellation;
        BindingContext = new Data(call.Data);
        RetryContext = new Repeat(call.Attempt, entry.Retry?.MaxRetryCount ?? 0);
        Features.Set(Returned);
    }

    public FunctionEntry Entry { get; }

    /// <summary>What the trigger brought: an HttpContext, a message, a TimerInfo, an orchestration.</summary>
    public object? Input { get; }

    public ReturnedValue Returned { get; } = new();

    public override string InvocationId { get; }

    public override string FunctionId => Entry.Definition.Id;

    public override TraceContext TraceContext { get; } = new Trace(Activity.Current?.Id ?? "", Activity.Current?.TraceStateString ?? "");

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; }

    public override FunctionDefinition FunctionDefinition => Entry.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new FeatureBag();

    public override CancellationToken CancellationToken { get; }

    public override IServiceProvider InstanceServices
    {
        get => chosen ?? (scope ??= app.CreateAsyncScope()).ServiceProvider;
        set => chosen = value;
    }

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class Data(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Repeat(int count, int max) : RetryContext
    {
        public override int RetryCount => count;

        public override int MaxRetryCount => max;
    }

    private sealed class Trace(string parent, string state) : TraceContext
    {
        public override string TraceParent => parent;

        public override string TraceState => state;
    }

    private sealed class FeatureBag : Dictionary<Type, object?>, IInvocationFeatures
    {
        public void Set<T>(T instance) => this[typeof(T)] = instance;

        public T? Get<T>() => TryGetValue(typeof(T), out var found) ? (T?)found : default;
    }
}
