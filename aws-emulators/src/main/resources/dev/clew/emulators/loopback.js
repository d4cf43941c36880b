// SPDX-License-Identifier: Apache-2.0
// Loaded before an emulator: has it listen to the loopback interface only, on any free port, and
// tell which one that is: "listening <port it wanted> <port it has>".
const net = require('net');

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  const wanted = typeof args[0] === 'object' ? args[0].port : args[0];
  this.once('listening', () => console.log(`listening ${wanted} ${this.address().port}`));
  const callbacks = args.filter((arg) => typeof arg === 'function');
  return listen.call(this, { host: '127.0.0.1', port: 0 }, ...callbacks);
};

// Ends with the process that has started this one, however that came about.
process.stdin.on('close', () => process.exit()).resume();
