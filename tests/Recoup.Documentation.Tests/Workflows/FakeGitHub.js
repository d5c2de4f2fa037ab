// GitHub's API as far as the scripts of the action use it, with its limits.
const reject = (status, message) => { throw Object.assign(new Error(message), { status }); };
const check = ({ title = '', body = '' }) => {
  if (title.length > 256) reject(422, 'title is too long (maximum is 256 characters)');
  if (body.length > 65536) reject(422, 'body is too long (maximum is 65536 characters)');
};
const bot = { type: 'Bot' };
const issues = {
  listForRepo: 'issues',
  listComments: 'comments',
  create: async ({ labels, title, body }) => {
    check({ title, body });
    state.created++;
    state.issues.push({ number: state.issues.length + 1, labels, title, body, state: 'open', user: bot });
  },
  update: async ({ issue_number, owner, repo, ...changes }) => {
    check(changes);
    Object.assign(state.issues.find(issue => issue.number === issue_number), changes);
  },
  createComment: async ({ issue_number, body }) => {
    check({ body });
    if (state.isReadOnly) reject(403, 'Resource not accessible by integration');
    state.comments.push({ id: state.comments.length + 1, issue_number, body, user: bot });
  },
  updateComment: async ({ comment_id, body }) => {
    check({ body });
    state.comments.find(comment => comment.id === comment_id).body = body;
  },
};
const github = {
  rest: { issues },
  paginate: async (list, query) => list === issues.listForRepo
    ? state.issues.filter(issue => issue.state === query.state && issue.labels.includes(query.labels))
    : state.comments.filter(comment => comment.issue_number === query.issue_number),
};
const context = { repo: { owner: 'owner', repo: 'repository' }, issue: { number: 7 } };
const core = { warning: message => { state.warnings.push(message); } };
const require = () => ({ readFileSync: path => readFile(path) });
const process = { env };
